#pragma once
#include <cstddef>
#include <functional>

namespace boardpack::base {

/// Does `work(index, worker)` for every index below `count` on `workers` threads, and calls `done(index)` on the
/// calling thread in the order of the indices. When some fail, no new ones are begun and the error of the lowest index
/// is thrown: which one that is does not depend on the number of threads.
void inOrder(std::size_t count, std::size_t workers, const std::function<void(std::size_t, std::size_t)>& work,
             const std::function<void(std::size_t)>& done);

}  // namespace boardpack::base
