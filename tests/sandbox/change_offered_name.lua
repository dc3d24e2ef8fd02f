-- expects: 2: 'tostring' cannot be changed; choose another name for a value of your own.
tostring = nil
