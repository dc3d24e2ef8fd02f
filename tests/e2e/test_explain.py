"""explain: the rows it counts are the parts of the figure it shows, whatever the group and the kind of measure."""
import re
import unittest

from packs import Scratch, run

HEADER = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
          "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
          "Outcome linked to object of search,Removal of more than just outer clothing")
NOTHING = "A no further action disposal"
# Object, outcome, linked.
SEARCHES = [("", "Arrest", "True"), ("", "Arrest", ""), ("", NOTHING, ""), ("", "", ""), ("Drugs", "Arrest", "False"),
            ("Drugs", "", ""), ("Weapons", "Arrest", "")]
STREET = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context")
CRIMES = ["Eden 001A", "Carlisle 001A", "Carlisle 002A", "Allerdale 001A", "Elsewhere 001A", ""]
SCRIPT = """
measure "linked" { title = "Linked", from = "stop_searches", by = { "object" }, share = "outcome_linked",
  of = "outcome <> 'A no further action disposal'" }
measure "linked_or_no" { title = "Linked, or no", from = "stop_searches", by = { "object" }, share = "outcome_linked",
  of = "outcome <> 'A no further action disposal'", unknown = "no" }
measure "arrests_a_crime" { title = "Arrests for each crime",
  derive = function(m) return m.arrests / m.recorded_crime end }
measure "arrests" { title = "Arrested", from = "stop_searches", by = { "object" }, count = true,
  where = "outcome = 'Arrest'" }
measure "again" { title = "Again", from = "crimes", repeats = { who = "category", within = 1, count = "events" } }
measure "once" { title = "Once", from = "crimes", repeats = { who = "crime_id", within = 1, count = "who" } }
"""


class Explain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.folder = cls.scratch.__enter__()
        (cls.folder / "in").mkdir()
        (cls.folder / "mine" / "scripts").mkdir(parents=True)
        (cls.folder / "mine" / "scripts" / "mine.lua").write_text(SCRIPT)
        rows = ["Person search,2025-12-03T10:00:00+00:00,,,,,,,,,,%s,%s,%s," % row for row in SEARCHES]
        (cls.folder / "in" / "2025-12-cumbria-stop-and-search.csv").write_text("\n".join([HEADER] + rows) + "\n")
        rows = ["%s,2025-12,Cumbria Constabulary,Cumbria Constabulary,,,,,%s,Robbery,," % (str(number).ljust(64, "0"), at)
                for number, at in enumerate(CRIMES, 1)]
        (cls.folder / "in" / "2025-12-cumbria-street.csv").write_text("\n".join([STREET] + rows) + "\n")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def rows(self, measure, group=""):
        """words -> number of rows"""
        done = run("explain", "cumbria", measure, "--month", "2025-12", "--data", self.folder / "in", "--workspace",
                   self.folder / "mine", "--quiet", *(["--group", group] if group else []))
        self.assertEqual(done.returncode, 0, done.stderr)
        return {words: int(number) for number, words in re.findall(r"(?m)^(\d+) rows? (.*)[.:]$", done.stdout)}

    def test_a_group_that_is_not_known_has_its_rows(self):
        self.assertEqual(self.rows("stop_searches", "object=Not known"), {"counted": 4})
        self.assertEqual(self.rows("arrests", "object=Not known"),
                         {"counted": 2, "not counted": 1, "not known, so left out": 1})

    def begins(self, measure):
        done = run("explain", "cumbria", measure, "--month", "2025-12", "--data", self.folder / "in", "--workspace",
                   self.folder / "mine", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.split("Declared in")[0].splitlines()

    def test_it_begins_with_the_measure_in_english(self):
        # Of the four rows with an outcome, one has no link; of the one without, not even that is known.
        title, sentence, unknown = self.begins("linked")
        self.assertEqual(title, "Linked")
        self.assertTrue(sentence.startswith("Of stops and searches in the month (date: searched_at"), sentence)
        self.assertRegex(unknown, "^Not known in December 2025: [0-9]+ of [0-9]+ rows, left out.$")
        self.assertRegex(self.begins("linked_or_no")[2], "^Not known in December 2025: [0-9]+ rows?, counted as no.$")
        lines = self.begins("arrests_a_crime")
        self.assertEqual(lines[1], "Worked out from other measures, for each period by itself: arrests / recorded_crime.")
        self.assertTrue(lines[2].startswith("  arrests: The number of stops and searches"), lines[2])
        self.assertTrue(lines[3].startswith("  recorded_crime: The number of recorded crimes"), lines[3])

    def test_rows_of_other_groups_are_not_unknown(self):
        self.assertEqual(self.rows("arrests", "object=Drugs"),
                         {"counted": 1, "not counted": 0, "not known, so left out": 1})

    def test_a_share_is_told_as_it_is_taken(self):
        base = {"in it": 4, "not in it": 1, "not known to be in it, so left out": 2, "where the condition holds": 1,
                "where it does not hold": 1}
        self.assertEqual(self.rows("linked"), {**base, "where it is not known, so left out": 2})
        self.assertEqual(self.rows("linked_or_no"),
                         {**base, "where it is not known, counted as where it does not hold": 2})

    def test_repeats_are_shown_with_who_comes_again_and_how_often(self):
        ending = "that count as repeats, each row the nth of who it is of in the 1 month that end with its day"
        self.assertEqual(self.rows("again"), {
            "among which repeats are looked for": 6, "without category, so left out": 0,
            "of 1 different category " + ending: 5})
        done = run("explain", "cumbria", "again", "--month", "2025-12", "--data", self.folder / "in", "--workspace",
                   self.folder / "mine", "--quiet")
        places = [line.split()[:2] for line in done.stdout.split(ending)[1].splitlines()[2:7]]
        self.assertEqual(places, [["1", str(place)] for place in range(2, 7)])
        self.assertEqual(self.rows("once")["of 0 different crime_id " + ending], 0)

    def test_areas_are_those_of_the_tree(self):
        for group, count in (("policing_area=North", 3), ("policing_area=West", 1), ("district=Carlisle", 2),
                             ("policing_area=Outside the force area", 1), ("policing_area=Area not known", 1),
                             ("policing_area=South", 0)):
            self.assertEqual(self.rows("recorded_crime", group), {"counted": count}, group)


if __name__ == "__main__":
    unittest.main()
