#pragma once
#include <vector>

/// Crimes recorded in Cleveland each month of 2023 to 2025, counted from the street files of police.uk (Open Government
/// Licence v3.0; anti-social behaviour is no crime): tests/reference/cleveland.py.
struct ClevelandCounts {
  std::vector<double> all_crime = {6502, 6667, 7167, 7007, 7125, 6885, 6860, 6577, 6688, 6689, 5894, 5595,
                                   5795, 5609, 6239, 6382, 6637, 6221, 6546, 6809, 6188, 6191, 5814, 5152,
                                   5433, 5056, 5962, 5735, 6050, 6135, 6518, 6264, 6071, 6387, 6186, 5990};
  std::vector<double> robbery = {71, 78, 70, 85, 67, 83, 83, 65, 69, 59, 42, 40,  64,  70,  60,  90,  95,  71,
                                 73, 69, 85, 70, 54, 68, 76, 65, 82, 96, 93, 133, 124, 124, 100, 124, 120, 127};
  std::vector<double> weapons = {64, 54, 58, 58, 72, 69, 65, 55, 53, 61, 48, 56, 66, 59, 74, 61, 64, 59,
                                 67, 84, 44, 80, 49, 54, 59, 51, 64, 71, 68, 46, 66, 57, 52, 69, 60, 66};
};
