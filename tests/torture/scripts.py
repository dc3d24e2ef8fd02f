"""Lua that never ends or grows without end, and conditions that take long to match."""
import frame

MEASURE = 'measure "zz" { title = "T", from = "stop_searches", %s }\n'
STOPS = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined "
         "ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,"
         "Removal of more than just outer clothing\n")

LOOPS = {
    "a loop without end": "while true do end",
    "pcall around a loop without end": "while true do pcall(function() while true do end end) end",
    "a function that calls itself": "local function f() return 1 + f() end f()",
    "texts that double": "local s = 'x' while true do s = s .. s end",
    "tables that grow": "local t = {} local i = 0 while true do i = i + 1 t[i] = {i} end",
    "long texts joined": "local s = string.rep('x', 1000000) for i = 1, 1e9 do local t = s .. i end",
    "long texts compared": "local a, b = string.rep('x', 1000000) .. 'a', string.rep('x', 1000000) .. 'b' for i = 1, 1e9 do local _ = a < b end",
    "20,000 overrides": 'for i = 1, 20000 do override "robbery" { target = i } end',
    "100,000 measures": 'for i = 1, 100000 do measure("m" .. i) { title = "T" .. i, from = "crimes", count = true } end',
    "measures with a wrong name for ever": 'local i = 0 while true do i = i + 1 measure("Zz" .. i) {} end',
    "200,000 unknown keys": "local t = {} for i = 1, 200000 do t['k' .. i] = 1 end measure \"zz\" (t)",
    "100,000 switched off that are not there": 'for i = 1, 100000 do switch_off("nothing" .. i) end',
    "names that are not there for ever": 'for i = 1, 1e9 do local x = _ENV["a" .. i] end',
    "a table walked again and again": "local t = {} for i = 1, 300000 do t['k' .. i] = i end for j = 1, 60 do for k in pairs(t) do break end end",
    "a script of 5 MB": "-- " + "x" * 5000000,
    "200,000 brackets": "local x = " + "(" * 200000 + "1" + ")" * 200000,
    "a text as a function": "load('return 1')()",
}

CONDITIONS = {
    "like with places": "object like '%s'" % ("%a_" * 8 + "b"),
    "like with many parts": "object like '%s'" % ("%a" * 200 + "b"),
    "lower of lower": "object = %s'a'%s" % ("lower(" * 60, ")" * 60),
    "10,000 brackets": "(" * 10000 + "object = 'a'" + ")" * 10000,
    "10,000 parts": " or ".join("object = 'a%d'" % i for i in range(10000)),
    "a quotation and a statement": "object = 'a'' ; drop table crimes; --'",
}


def script(ground, name, text):
    return frame.Case(name, ground.check_words(*ground.data()), allowed=(0, 1),
                      prepare=lambda folder: frame.write(folder / "workspace" / "scripts" / "mine.lua", text))


def evaluated(ground, name, definition, command):
    def prepare(folder):
        frame.write(folder / "workspace" / "scripts" / "mine.lua", MEASURE % definition)
        rows = "".join('Person search,2025-12-0%dT10:00:00+00:00,,,51.5,-1.8,Male,18-24,,,,%s,A no further action disposal,,\n'
                       % (1 + i % 9, "a" * (60 + i % 7)) for i in range(100))
        frame.write(folder / "data" / "2025-12-wiltshire-stop-and-search.csv", STOPS + rows)
    data = ["--data", "{folder}/data@2026-01-15", "--workspace", "{folder}/workspace"]
    words = (["explain", frame.FORCE, "zz", "--month", "2025-12", *data] if command == "explain" else
             ["run", frame.FORCE, "--month", "2025-12", *data, "--out", "{folder}/out", "--formats", "xlsx", "--quiet"])
    return frame.Case("%s of %s" % (command, name), words, prepare, allowed=(0, 1))


def cases(ground, short):
    for name, text in LOOPS.items():
        if not short or name in ("a loop without end", "texts that double", "200,000 brackets", "20,000 overrides",
                                 "measures with a wrong name for ever"):
            yield script(ground, name, text)
    for name, condition in CONDITIONS.items():
        where = condition.replace('"', '\\"')
        forms = {"a count": 'count = true, where = "%s"' % where, "a sum": 'sum = "case when %s then 1 else 0 end"' % where,
                 "people": 'distinct = "gender", where = "%s"' % where}
        for form, definition in forms.items():
            for command in ("run", "explain"):
                if not short or (name == "like with places" and form == "a sum"):
                    yield evaluated(ground, "%s, %s" % (form, name), definition, command)
