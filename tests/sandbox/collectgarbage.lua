-- expects: 2: There is no 'collectgarbage' in scripts: memory is the program's concern.
collectgarbage("stop")
