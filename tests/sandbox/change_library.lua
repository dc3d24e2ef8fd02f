-- expects: 2: Nothing can be changed in 'string'.
string.upper = nil
