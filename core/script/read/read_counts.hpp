#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// The kinds that add up the rows of one table: count, sum, mean, share, rate.
void readCount(KindReading& reading);
void readSum(KindReading& reading);
void readMean(KindReading& reading);
void readShare(KindReading& reading);
void readRate(KindReading& reading);

}  // namespace boardpack::script
