"""python3 -m unittest test_make.py"""

import os
import tempfile
import unittest

import make

STATUS = """\
Package: shell
Status: install ok installed
Section: shells
Provides: sh
Depends: base (>= 1.0) [amd64], missing | tool:any, mail-agent
Description: command interpreter
 A quick interpreter, see https://example.org/quick for more.

Package: base
Status: install ok installed
Section: non-free/admin
Pre-Depends: sh
Description: files everybody needs

Package: post
Status: install ok installed
Section: mail
Provides: mail-agent (= 2)
Depends: base, base | tool
Description-en: carries letters

Package: tool
Section: utils
Depends: tool
Description: hammer

Package: gone
Status: deinstall ok config-files
Section: utils
Depends: base
"""


class Make(unittest.TestCase):
    def setUp(self):
        with tempfile.NamedTemporaryFile("w", suffix=".status", delete=False) as file:
            file.write(STATUS)
        self.addCleanup(os.remove, file.name)
        self.path = file.name
        self.packages = make.installed_packages(self.path)

    def test_keeps_installed_packages_by_name(self):
        self.assertEqual(list(self.packages), ["base", "post", "shell", "tool"])

    def test_an_alternative_that_is_installed_else_a_provider_each_pair_once_and_no_loop(self):
        names = list(self.packages)
        pairs = [(names[i], names[j]) for i, j in make.dependencies(self.packages)]
        self.assertEqual(pairs, [("base", "shell"), ("post", "base"), ("shell", "tool"), ("shell", "post")])

    def test_sections_lose_their_area_and_rare_ones_are_merged(self):
        self.assertEqual(make.sections(self.packages), ([0, 0, 0, 0], ["other"]))
        many = {f"p{i}": {"section": "contrib/perl"} for i in range(make.MIN_CLASS)}
        self.assertEqual(make.sections({**many, **self.packages})[1], ["perl", "other"])

    def test_words_leave_out_addresses(self):
        self.assertEqual(make.words_of(self.packages["shell"]), {"command", "interpreter", "quick", "see", "for", "more"})
        self.assertEqual(make.words_of(self.packages["post"]), {"carries", "letters"})

    def test_a_word_that_tells_a_section_apart_names_it(self):
        words = [{"wheel", "fast"}, {"wheel"}, {"fast"}, set(), set(), set()]
        self.assertEqual(make.naming_words(words, [0, 0, 1, 1, 1, 1], {"wheel", "fast"}), ["fast", "wheel"])
        self.assertEqual(make.naming_words(words, [0, 0, 1, 1, 1, 1], {"wheel"}), ["wheel"])
        self.assertEqual(make.naming_words([{"a"}] + [set()] * 7, [0] * 8, {"a"}), [])

    def test_the_split_is_seeded_and_disjoint(self):
        labels = [i % 3 for i in range(900)]
        split = make.planetoid_split(labels, 3)
        self.assertEqual([len(split[part]) for part in ("train", "validation", "test")], [60, 280, 560])
        self.assertEqual(len({i for part in split.values() for i in part}), 900)
        self.assertEqual(split, make.planetoid_split(labels, 3))

    def test_refuses_what_is_no_status_file(self):
        for text in ("hello\n", " continued\n", "", "Section: admin\n"):
            with open(self.path, "w", encoding="utf-8") as file:
                file.write(text)
            with self.assertRaises(SystemExit):
                make.installed_packages(self.path)


if __name__ == "__main__":
    unittest.main()
