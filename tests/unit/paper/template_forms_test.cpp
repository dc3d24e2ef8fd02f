#include "paper/template_forms.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace boardpack;

namespace {

const std::string kHead = "---\npaper: board\ntitle: [x](y) 1. in settings\n---\n";

/// The line that is refused and what is said, or "".
std::string refused(const std::string& body) {
  const std::vector<paper::UnknownForm> forms = paper::unknownForms(kHead + body);
  return forms.empty() ? std::string() : std::to_string(forms.front().line) + " " + forms.front().sentence;
}

}  // namespace

TEST_CASE("forms of Markdown that papers do not have are refused with what to write instead", "[templates]") {
  struct Wrong {
    const char* body;
    const char* said;
  };
  for (const Wrong& wrong : {
           Wrong{"1. a\n2. b\n", "5 A numbered list is none"},
           Wrong{"Words.\n\n2) b\n", "7 A numbered list is none"},
           Wrong{"Words:\n1. a\n", "6 A numbered list is none"},
           Wrong{"# Purpose\n3. c\n", "6 A numbered list is none"},
           Wrong{"See [the plan](http://x).\n", "5 A link is none"},
           Wrong{"- see [the plan][1]\n", "5 A link is none"},
           Wrong{"Words.\n\n[1]: http://x\n", "7 A link is none"},
           Wrong{"# A [link](x)\n", "5 A link is none"},
           Wrong{"Words[^1].\n", "5 A footnote is none"},
           Wrong{"![chart](a.png)\n", "5 A picture is none"},
           Wrong{"Words ![chart](a.png)\n", "5 A picture is none"},
           Wrong{"Use `code` here.\n", "5 The sign '`'"},
           Wrong{"~~gone~~\n", "5 Words that are struck through"},
           Wrong{"A <b>word</b>.\n", "5 HTML is none"},
           Wrong{"<http://x>\n", "5 HTML is none"},
           Wrong{"A line<br/>\n", "5 HTML is none"},
           Wrong{"Words.\n\n---\n\nMore.\n", "7 A line of signs"},
           Wrong{"Purpose\n=======\n", "6 A line of signs"},
           Wrong{"***\n", "5 A line of signs"},
           Wrong{"a | b\n--- | ---\n", "6 A table of one's own"},
           Wrong{"- one\n  - below it\n", "6 Points have one level"},
           Wrong{"It is _very_ high.\n", "5 Underscores would be printed"},
           Wrong{"It is __very__ high.\n", "5 Underscores would be printed"},
           Wrong{"% if x then\n1. a\n% end\n", "6 A numbered list is none"},
           Wrong{"{{ a }} and [b](c)\n", "5 A link is none"},
       }) {
    INFO(wrong.body);
    CHECK(refused(wrong.body).starts_with(wrong.said));
  }
}

TEST_CASE("every line with such a form is told", "[templates]") {
  const auto forms = paper::unknownForms(kHead + "1. a\nWords.\n[a](b) and `c`\n");
  REQUIRE(forms.size() == 2);
  CHECK(forms[0].line == 5);
  CHECK(forms[1].line == 7);
}

TEST_CASE("what only looks like such a form is text", "[templates]") {
  for (const char* body : {"In 2025. It was so.\n",
                           "It fell in\n2025. It rose after.\n",
                           "Of the 12 months to\n12. April is left out.\n",
                           "Shown as [x], [z] or [r]: not available.\n",
                           "(see below) [p] (provisional)\n",
                           "robbery_by_district and a_b\n",
                           "[x]: not available\n",
                           "p < 0.05 and 3 > 2\n",
                           "a < b\n",
                           "1 in 50 is marked.\n",
                           "1.5 times as many\n",
                           "- one\n- two,\n  which goes on\n",
                           "{{ link(\"[a](b)\") }}\n",
                           "{{ a[^1] }} and {{ b[c](d) }}\n",
                           "% local t = a[b](c)\n",
                           "\\[a](b)\n",
                           "1\\. one\n",
                           "\\`code\\`\n",
                           "::table a_b_c\n",
                           "::chart _x_\n",
                           "*italic* and **bold**\n",
                           "> a paragraph\n",
                           "# Purpose\n\nWords - and a dash\n",
                           "%% of all\n",
                           "either | or\n",
                           ""}) {
    INFO(body);
    CHECK(refused(body) == "");
  }
}
