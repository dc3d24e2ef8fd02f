-- expects: 2: measure "nothing_follows": nothing follows the name. Write measure "nothing_follows" { … }.
measure "nothing_follows"
