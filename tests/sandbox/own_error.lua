-- expects: 2: The script stopped itself: the list is not complete
error("the list is not complete")
