#pragma once
#include "make_measure.hpp"
#include "measure/definition/kinds.hpp"
#include "paper/pack.hpp"

/// A pack of two measures: robbery by borough, a count, and a share of outcomes.
namespace boardpack {

inline paper::Pack makePack() {
  paper::Pack pack;
  pack.force.code = "cleveland";
  pack.force.name = "Cleveland Police";
  pack.month = kMonth;
  pack.version = "0.1.0";
  pack.sources = {"police.uk open data, under the Open Government Licence v3.0."};
  pack.pillars = {{"safer", "Objective 4: Working together to make Cleveland safer", {"robbery"}},
                  {"victims", "Objective 2: A better deal for victims", {"outcomes", "robbery"}}};

  series::Series robbery = seriesOf(steady(190));
  robbery.info.breakdowns = {{"district", "Borough", true}, {"category", "Category", false}};
  robbery.groups.push_back(groupOf("district", "Hartlepool", steady(90)));
  robbery.groups.push_back(groupOf("district", "Other", steady(100)));
  robbery.groups.push_back(groupOf("category", "Other", steady(190)));
  robbery.info.charts = {{series::ChartKind::Xmr, "", 36},
                         {series::ChartKind::MrtAgainstYear, "", 24},
                         {series::ChartKind::StackedColumns, "district", 12},
                         {series::ChartKind::SmallMultiples, "district", 12},
                         {series::ChartKind::ChangeByGroup, "district", 36}};
  pack.measures.push_back(statistics::analyse(robbery, kMonth));

  series::Series outcomes = seriesOf({11.3, 10.1});
  outcomes.info.name = "outcomes";
  outcomes.info.title = "Positive outcomes";
  outcomes.info.nature = measure::kindOf("share").nature;
  outcomes.info.unit = "%";
  outcomes.info.decimals = 1;
  outcomes.info.charts = {{series::ChartKind::Xmr, "", 36}, {series::ChartKind::MrtAgainstYear, "", 24}};
  pack.measures.push_back(statistics::analyse(outcomes, kMonth));
  pack.charts = paper::chartsOf(pack);
  return pack;
}

}  // namespace boardpack
