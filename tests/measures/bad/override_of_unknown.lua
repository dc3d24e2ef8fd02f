-- expects: 2: override "plmoknijbuhv": there is no installed measure of this name.
override "plmoknijbuhv" { target = 5 }
