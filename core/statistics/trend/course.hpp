#pragma once
#include "series/analysis.hpp"

namespace boardpack::statistics {

/// What is told of the course of a group's months to `month`: changes of level and the forecast, into `analysis`, whose
/// season and limits are known. What has no limits since it averages too little a month, shares months with its
/// neighbours or failed has no course either, with the same reason.
void addCourse(const series::Series& series, const series::GroupSeries& group, base::Month month,
               series::GroupAnalysis& analysis);

}  // namespace boardpack::statistics
