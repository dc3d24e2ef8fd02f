#pragma once
#include <map>
#include <string>
#include <vector>

/// The numbers of tests/reference/monthly_series.csv: by series, then statistic, in order of their index.
using ReferenceValues = std::map<std::string, std::map<std::string, std::vector<double>>>;
const ReferenceValues& monthlySeriesReference();
