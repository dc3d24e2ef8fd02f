"""Command lines that cannot be meant: what is wrong is said in one sentence, with what would be right, and ends with 2."""
import re
import unittest

from packs import FIXTURES, Scratch, run

MONTH = ("--month", "2025-01")
RUN = ("run", "cleveland")
COMMANDS = "The commands are run, check, explain, show and list"
WRONG = [
    # no command, or another word in its place
    ((), "Say what boardpack is to do. " + COMMANDS),
    (("init",), "There is no command 'init'. " + COMMANDS),
    (("chek", "cleveland"), "There is no command 'chek'. Did you mean 'check'? " + COMMANDS),
    (("help",), "There is no command 'help'. " + COMMANDS),
    (("cleveland", "run"), "The command comes first, then its options: 'cleveland' stands before `run`."),
    (("--month", "2025-01", "run", "cleveland"), "The command comes first, then its options: '--month' stands before `run`."),
    (("--data",), "The command comes first, then its options; '--data' is no command."),
    # words that are missing
    (("run",), "Say which force: `boardpack list forces` lists them."),
    (("check",), "Say which force: `boardpack list forces` lists them."),
    (("explain", *MONTH), "Say which force: `boardpack list forces` lists them."),
    (("explain", "cleveland", *MONTH), "Say which measure: `boardpack list measures FORCE` lists them."),
    (("list",), "Say what to list. It lists forces, plugins, pillars, measures, feeds, coverage and packs."),
    (("list", "force"), "`list` has no 'force'. Did you mean 'forces'? It lists forces, plugins,"),
    (("list", "feeds"), "Say which force: `boardpack list forces` lists them."),
    (("list", "packs"), "Say which folder: the one that the packs were written to with --out."),
    (RUN, "Say which month with --month YYYY-MM: the month a board is told of is never guessed."),
    (("explain", "cleveland", "robbery"), "Say which month with --month YYYY-MM"),
    ((*RUN, *MONTH), "Say where the extracts are with --data DIR, or DIR@YYYY-MM-DD with the day they were extracted."),
    # words too many, options that are not there
    ((*RUN, "cumbria", *MONTH), "`run` takes one FORCE and options; 'cumbria' is one word too many."),
    (("explain", "cleveland", "robbery", "burglary", *MONTH), "`explain` takes one FORCE and MEASURE and options; 'burglary' is one word too many."),
    (("list", "forces", "all"), "`list forces` takes no word; 'all' is one word too many."),
    ((*RUN, "--moth", "2025-01"), "`run` has no option '--moth'. Did you mean '--month'? `boardpack run --help` lists its options."),
    ((*RUN, "--moth=2025-01"), "`run` has no option '--moth'. Did you mean '--month'?"),
    (("check", "cleveland", "--out", "packs"), "`check` has no option '--out'. It is an option of `run`."),
    (("check", "cleveland", "--formats", "xlsx", *MONTH), "`check` has no option '--formats'. It is an option of `run`."),
    (("run", "cleveland", "--group", "district=Hartlepool"), "`run` has no option '--group'. It is an option of `explain`."),
    (("explain", "cleveland", "--windw", "mrt", *MONTH), "`explain` has no option '--windw'. Did you mean '--window'?"),
    ((*RUN, "-m", "2025-01"), "`run` has no option '-m'."),
    ((*RUN, "\u2013month", "2025-01"), "'\u2013month' begins with a long dash, as office programs make of '--'. Type '--' and the option."),
    ((*RUN, "\u2014month=2025-01"), "begins with a long dash"),
    # options without their value, with two, or with one that cannot be
    ((*RUN, "--month"), "--month takes a month as YYYY-MM, such as 2025-12; nothing follows it."),
    ((*RUN, "--data", *MONTH), "--data takes a folder of extracts, or one with the day they were made: DIR@YYYY-MM-DD; the option --month follows it."),
    ((*RUN, *MONTH, "--out", "--quiet"), "--out takes a folder; the option --quiet follows it."),
    ((*RUN, *MONTH, "--data"), "DIR@YYYY-MM-DD; nothing follows it."),
    ((*RUN, *MONTH, "--month", "2025-02"), "--month is given more than once. Give it once."),
    ((*RUN, *MONTH, "--out", "a", "--out", "b"), "--out is given more than once. Give it once."),
    ((*RUN, "--month", "2025-13"), "--month takes a month as YYYY-MM, such as 2025-12; '2025-13' is not one."),
    ((*RUN, "--month", "January"), "--month takes a month as YYYY-MM, such as 2025-12; 'January' is not one."),
    ((*RUN, *MONTH, "--board-date", "26/02/2026"), "--board-date takes a day of the calendar as YYYY-MM-DD, such as 2026-01-22; '26/02/2026' is not one."),
    ((*RUN, *MONTH, "--board-date", "2025-01-20", "--data", FIXTURES / "whole"), "The board's date 20 January 2025 cannot be that of a paper on January 2025"),
    ((*RUN, *MONTH, "--data", "nowhere@2026-02-30"), "--data DIR@DATE takes a day of the calendar as YYYY-MM-DD, such as 2026-01-22; '2026-02-30' is not one."),
    ((*RUN, *MONTH, "--formats", "xlsx,pdf"), "--formats takes a list of xlsx, png, svg, docx; 'pdf' is not one of them."),
    ((*RUN, *MONTH, "--jobs", "0"), "--jobs takes a whole number from 1 to 256; '0' is not one."),
    ((*RUN, *MONTH, "--deadline", "0"), "--deadline takes a whole number of seconds from 1 to 86400; '0' is not one."),
    ((*RUN, *MONTH, "--jobs", "many"), "--jobs takes a whole number from 1 to 256; 'many' is not one."),
    (("explain", "cleveland", "robbery", *MONTH, "--window", "moth"), "--window takes month, mrt, ytd, quarter, financial_year, calendar_year, since, between or wave; 'moth' is not one."),
    (("explain", "cleveland", "robbery", *MONTH, "--rows", "-1"), "--rows takes a whole number from 0 to 10000; '-1' is not one."),
    ((*RUN, *MONTH, "--quiet=2025"), "--quiet takes no value."),
    (("show", "cleveland", *MONTH), "Say which stage with --stage: series, findings, paper, marks."),
    (("show", "cleveland", "--stage", "series"), "Say which month with --month YYYY-MM"),
    (("show", "cleveland", *MONTH, "--stage", "serie"), "--stage takes one of series, findings, paper, marks; 'serie' is none of them. Did you mean 'series'?"),
    (("show", "cleveland", *MONTH, "--stage", "paper", "--measure", "robbery"), "--measure is for the stages series, findings and marks; a paper is shown whole. Leave one of the two out."),
    (("show", "cleveland", *MONTH, "--stage"), "--stage takes series, findings, paper or marks; nothing follows it."),
    # blanks, as a script gives them whose variable is not set
    ((*RUN, *MONTH, "--out", ""), "--out takes a folder; what follows it is blank."),
    ((*RUN, *MONTH, "--data", " "), "--data takes a folder of extracts, or one with the day they were made: DIR@YYYY-MM-DD; what follows it is blank."),
    (("run", "", *MONTH), "Say which force: `boardpack list forces` lists them."),
    # names that are not there
    (("run", "clevland", *MONTH), "There is no force 'clevland'; the forces are"),
    ((*RUN, *MONTH, "--pillar", "victms", "--data", FIXTURES / "whole"), "Cleveland Police has no pillar 'victms'."),
    ((*RUN, *MONTH, "--workspace", "nowhere", "--data", FIXTURES / "whole"), "The workspace nowhere is not a folder that is there. Check the path given with --workspace."),
    ((*RUN, *MONTH, "--published", "nowhere", "--data", FIXTURES / "whole"), "--published takes the folder of a pack or its figures.csv; nowhere is neither."),
    (("explain", "cleveland", "roberry", *MONTH, "--data", FIXTURES / "whole"), "There is no measure 'roberry'. Did you mean 'robbery'?"),
    (("explain", "cleveland", "robbery", *MONTH, "--group", "Hartlepool", "--data", FIXTURES / "whole"), "--group takes BREAKDOWN=GROUP, such as district=Hartlepool; 'Hartlepool' has no '='."),
    (("list", "packs", "nowhere"), "There is no folder nowhere. Name the one that --out named."),
]


class CommandLine(unittest.TestCase):
    def test_each_ends_with_2_and_says_what_would_be_right(self):
        self.assertGreater(len(WRONG), 50)
        with Scratch() as folder:
            for words, sentence in WRONG:
                with self.subTest(words=words):
                    done = run(*words, cwd=folder)
                    self.assertEqual(done.returncode, 2, done.stderr)
                    self.assertEqual(done.stdout, "")
                    self.assertTrue(done.stderr.startswith("boardpack: "), done.stderr)
                    self.assertIn(sentence, done.stderr)
                    self.assertNotRegex(done.stderr, r"subcommand|required|expected:|TEXT|CLI|Validation")
                    self.assertEqual(len(re.findall(r"boardpack: ", done.stderr)), 1)
            self.assertEqual(list(folder.iterdir()), [])

    def test_the_order_of_options_and_words_does_not_matter(self):
        with Scratch() as folder:
            for words in [("check", "--data", FIXTURES / "whole", "cleveland"), ("check", "--pillar", "victims", "cleveland")]:
                done = run(*words, cwd=folder)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_option_says_what_it_takes(self):
        seen = 0
        for command in (("run", "cleveland"), ("check", "cleveland"), ("explain", "cleveland", "robbery"), ("show", "cleveland"),
                        ("list", "measures", "cleveland")):
            help_text = run(*command[:2 if command[0] == "list" else 1], "--help").stdout
            for option in re.findall(r"^  (--[a-z-]+) [A-Z]", help_text, re.MULTILINE):
                with self.subTest(command=command[0], option=option):
                    seen += 1
                    done = run(*command, option)
                    self.assertEqual(done.returncode, 2)
                    self.assertRegex(done.stderr, r"^boardpack: %s takes .*; nothing follows it\.$" % option)
        self.assertGreater(seen, 25)

    def test_lists_keep_their_columns_beside_long_names(self):
        lines = run("list", "feeds", "cleveland").stdout.splitlines()
        self.assertGreater(len(lines), 10)
        second = {re.match(r"(\S+ +|\s+)", line).end() for line in lines}
        self.assertEqual(len(second), 1, lines)
        self.assertIn("ons-partnerships-xlsx ", "\n".join(lines))
        names = [line.split()[0] for line in run("list", "measures", "cleveland").stdout.splitlines()]
        self.assertIn("robbery", names)

    def test_help_of_each_command(self):
        for words in [(), ("run",), ("check",), ("explain",), ("show",), ("list",), ("list", "packs")]:
            done = run(*words, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("Usage: boardpack", done.stdout)
            self.assertNotRegex(done.stdout, "SUBCOMMAND|Subcommand|TEXT|INT|REQUIRED")


if __name__ == "__main__":
    unittest.main()
