-- expects: 2: There is no 'randomseed' in 'math': the same data must give the same pack.
math.randomseed(1)
