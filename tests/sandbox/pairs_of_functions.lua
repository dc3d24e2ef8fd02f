-- expects: 2: 'pairs': found a function as a key; only numbers and texts have an order.
for k, v in pairs({ [tostring] = 1, [type] = 2 }) do end
