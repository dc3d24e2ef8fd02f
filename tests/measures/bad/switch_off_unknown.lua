-- expects: 2: switch_off: there is no measure 'yhnujmikolpq'.
switch_off "yhnujmikolpq"
