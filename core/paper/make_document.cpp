#include "paper/make_document.hpp"

#include "base/text.hpp"
#include "paper/statistics_tables.hpp"
#include "paper/template_forms.hpp"
#include "paper/template_text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <optional>

namespace boardpack::paper {

namespace {

/// What a page of a paper takes; the workbook has the rest.
constexpr MonthsTableSize kInPaper{.months = 13, .columns = 9};

// A paper that somebody reads is far below these; a loop that went wrong is told at once instead of filling the
// machine.
constexpr std::size_t kMostPlaced = 500;        // tables and charts
constexpr std::size_t kMostText = 1'000'000;    // bytes of the template with its Lua parts replaced
constexpr std::size_t kMostParagraph = 50'000;  // bytes
constexpr std::size_t kMostStarsInAll = 20'000;
constexpr std::size_t kMostStars = 200;  // of one paragraph: what reads them takes their square in time

void checkParagraph(const std::string& text, const TemplatePlace& place) {
  const auto stars = static_cast<std::size_t>(std::count(text.begin(), text.end(), '*'));
  if (text.size() > kMostParagraph) {
    place.fail(text, "This paragraph has " + base::formatNumber(static_cast<double>(text.size())) +
                         " bytes; one may have 50,000. Part it with empty lines, or look at the loop that makes it.");
  }
  if (stars > kMostStars) {
    place.fail(text, "This paragraph has " + base::formatNumber(static_cast<double>(stars)) +
                         " asterisks; one may have 200. Part it with empty lines.");
  }
}

void checkSizes(const TemplateText& text, const TemplatePlace& place) {
  std::size_t placed = 0;
  for (const MemoLine& line : text.memo) {
    checkParagraph(line.text, place);
  }
  for (const auto& part : text.parts) {
    if (const auto* directive = std::get_if<Directive>(&part)) {
      if (++placed > kMostPlaced) {
        place.fail(directive->line,
                   "The paper has more than 500 tables and charts. Is a loop in the template longer than "
                   "was meant? Make several papers of it, or show less.");
      }
    } else if (const auto* heading = std::get_if<Heading>(&part)) {
      checkParagraph(heading->text, place);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&part)) {
      checkParagraph(paragraph->text, place);
    } else if (const auto* bullets = std::get_if<Bullets>(&part)) {
      for (const std::string& item : bullets->items) {
        checkParagraph(item, place);
      }
    }
  }
}

/// The text as it stands, whatever it holds.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '*' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::vector<std::string> tableIds(const Pack& pack) {
  std::vector<std::string> ids{"all"};
  for (const PillarSection& pillar : pack.pillars) {
    ids.push_back(pillar.id);
  }
  for (const series::Analysed& measure : pack.measures) {
    ids.push_back(measure.series.info.name);
  }
  return ids;
}

std::vector<std::string> chartIds(const Pack& pack) {
  std::vector<std::string> ids;
  for (const Chart& chart : pack.charts) {
    ids.push_back(chart.id);
  }
  return ids;
}

/// "robbery.changes" and the like.
std::optional<Table> statisticsTable(const std::string& id, const Pack& pack) {
  const std::size_t dot = id.rfind('.');
  const std::string measure = dot == std::string::npos ? "" : id.substr(0, dot);
  if (measure.empty() || pack.find(measure) == nullptr) {
    return std::nullopt;
  }
  const std::string kind = id.substr(dot + 1);
  if (kind == "changes") {
    return changesTable(pack, measure);
  }
  if (kind == "contributions") {
    return contributionsTable(pack, measure);
  }
  return kind == "peers" ? std::optional<Table>(peersTable(pack, measure, Reader::Public)) : std::nullopt;
}

/// The scorecard without the notes that the paper's front says already.
TableBlock scorecardBlock(const Pack& pack, const std::string& pillar) {
  TableBlock block{scorecard(pack, pillar)};
  std::erase_if(block.table.notes, [&](const std::string& note) {
    return std::any_of(pack.shared.said.begin(), pack.shared.said.end(), [&](const std::string& said) {
      return said.ends_with(".") && note.starts_with(said.substr(0, said.size() - 1) + ": ");
    });
  });
  return block;
}

Block tableBlock(const Directive& directive, const Pack& pack, const TemplatePlace& place) {
  if (directive.id == "all") {
    return scorecardBlock(pack, "");
  }
  if (pack.pillar(directive.id) != nullptr) {
    return scorecardBlock(pack, directive.id);
  }
  if (const series::Analysed* measure = pack.find(directive.id)) {
    return TableBlock{monthsTable(pack, *measure, kInPaper)};
  }
  if (const std::optional<Table> table = statisticsTable(directive.id, pack)) {
    if (table->rows.empty()) {
      return Paragraph{escaped("There is nothing to show of " + table->title + "."), false};
    }
    return TableBlock{*table};
  }
  place.fail(directive.line, "There is no table '" + base::printable(directive.id) + "'." +
                                 base::didYouMean(directive.id, tableIds(pack)) +
                                 " Expected 'all', the id of a pillar, or the name of a measure, with '.changes', "
                                 "'.contributions' or '.peers' after it for what the statistics say.");
}

Block chartBlock(const Directive& directive, const Pack& pack, const TemplatePlace& place) {
  const auto found = std::find_if(pack.charts.begin(), pack.charts.end(),
                                  [&](const Chart& chart) { return chart.id == directive.id; });
  if (found == pack.charts.end()) {
    place.fail(directive.line, "There is no chart '" + base::printable(directive.id) + "'." +
                                   base::didYouMean(directive.id, chartIds(pack)) +
                                   " Expected the name of a measure, with '.mrt' or '.' and a breakdown after it, for "
                                   "which its script declares a chart.");
  }
  if (!found->drawable) {
    return Paragraph{escaped("There is no chart of " + found->subtitle + ", since " + found->reason + "."), false};
  }
  return ChartBlock{found->id};
}

/// A paper never goes without what several measures share: their own words leave it out. Where the template does not
/// print it, it stands before the first heading.
std::vector<Block> sharedBlocks(const std::string& expanded, const Pack& pack) {
  std::vector<Block> blocks;
  for (const std::string& sentence : pack.shared.sentences) {
    if (expanded.find(escaped(sentence)) == std::string::npos) {
      blocks.emplace_back(Paragraph{escaped(sentence), false});
    }
  }
  return blocks;
}

/// A loop of a template may write the same wrong line many times.
std::vector<std::string> eachOnce(const std::vector<std::string>& mistakes) {
  std::vector<std::string> once;
  for (const std::string& mistake : mistakes) {
    if (std::find(once.begin(), once.end(), mistake) == once.end()) {
      once.push_back(mistake);
    }
  }
  return once;
}

}  // namespace

Document makeDocument(const std::string& template_text, const std::string& shown_as, const Pack& pack,
                      Evaluator& evaluator) {
  const TemplatePlace place(template_text, shown_as);
  const std::string expanded = evaluator.expand(template_text, shown_as, pack);
  if (expanded.size() > kMostText) {
    place.fail("", "The paper has " + base::formatNumber(static_cast<double>(expanded.size())) +
                       " bytes of text once its Lua parts are replaced; a paper may have 1,000,000. Is a loop in the "
                       "template longer than was meant?");
  }
  if (static_cast<std::size_t>(std::count(expanded.begin(), expanded.end(), '*')) > kMostStarsInAll) {
    place.fail("",
               "The paper has more than 20,000 asterisks once its Lua parts are replaced. Is a loop in the template "
               "longer than was meant?");
  }
  TemplateText text = readTemplate(expanded, place);
  for (const UnknownForm& form : unknownForms(template_text)) {
    text.mistakes.push_back(shown_as + ", line " + std::to_string(form.line) + ": " + form.sentence);
  }
  checkSizes(text, place);

  Document document;
  document.name = text.name;
  document.title = text.title.empty() ? text.name : text.title;
  document.marking = text.marking;
  for (MemoLine& line : text.memo) {
    document.blocks.emplace_back(std::move(line));
  }
  for (Block& block : sharedBlocks(expanded, pack)) {
    document.blocks.push_back(std::move(block));
  }
  for (auto& part : text.parts) {
    if (text.mistakes.size() >= kMostMistakes) {
      break;
    }
    if (const auto* directive = std::get_if<Directive>(&part)) {
      try {
        document.blocks.push_back(directive->kind == "table" ? tableBlock(*directive, pack, place)
                                                             : chartBlock(*directive, pack, place));
      } catch (const sdk::Error& error) {
        text.mistakes.push_back(error.sentence());
      }
    } else if (auto* heading = std::get_if<Heading>(&part)) {
      document.blocks.emplace_back(std::move(*heading));
    } else if (auto* paragraph = std::get_if<Paragraph>(&part)) {
      document.blocks.emplace_back(std::move(*paragraph));
    } else if (auto* bullets = std::get_if<Bullets>(&part)) {
      document.blocks.emplace_back(std::move(*bullets));
    }
  }
  if (!text.mistakes.empty()) {
    throw sdk::Error(sdk::ErrorKind::Script, base::join(eachOnce(text.mistakes), "\n"));
  }
  return document;
}

}  // namespace boardpack::paper
