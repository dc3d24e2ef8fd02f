# How often series without any change are called significantly changed by the test of core/statistics/spread.hpp: the last
# 12 months against the 12 before, and the last month against the one a year before.
#
#   Rscript simulate_spread.R
set.seed(20251231)
months <- function(n, kind) {
  noise <- function(rho) as.numeric(arima.sim(list(ar = rho), n)) * sqrt(1 - rho^2)
  season <- 1 + 0.1 * sin(2 * pi * seq_len(n) / 12)
  switch(kind,
    "Poisson, mean 500" = rpois(n, 500),
    "Poisson, mean 8" = rpois(n, 8),
    "20 times Poisson, mean 6,000" = rnbinom(n, mu = 6000, size = 6000 / 19),
    "the same with a season of 10%" = rnbinom(n, mu = 6000 * season, size = 6000 / 19),
    "20 times Poisson, neighbours correlated by 0.3" = 6000 + sqrt(20 * 6000) * noise(0.3),
    "20 times Poisson, neighbours correlated by 0.6" = 6000 + sqrt(20 * 6000) * noise(0.6))
}
judge <- function(y, now, before) {
  n <- length(y)
  table <- matrix(y, nrow = 12)
  fit <- outer(rowSums(table), colSums(table)) / sum(table)
  df <- (nrow(table) - 1) * (ncol(table) - 1)
  phi <- sum((table - fit)^2 / fit) / df
  z <- sqrt(2) * (sqrt(sum(y[now])) - sqrt(sum(y[before])))
  c(if (phi > 1) 2 * pt(-abs(z / sqrt(phi)), df) else 2 * pnorm(-abs(z)), 2 * pnorm(-abs(z))) < 0.05
}
for (kind in c("Poisson, mean 500", "Poisson, mean 8", "20 times Poisson, mean 6,000", "the same with a season of 10%",
               "20 times Poisson, neighbours correlated by 0.3", "20 times Poisson, neighbours correlated by 0.6")) {
  for (n in c(24, 36, 60)) {
    found <- replicate(5000, { y <- months(n, kind); c(judge(y, n - 11:0, n - 23:12), judge(y, n, n - 12)) })
    cat(sprintf("%-50s %d months: 12 months %.1f%% (as Poisson %.1f%%), one month %.1f%%\n", kind, n,
                100 * mean(found[1, ]), 100 * mean(found[2, ]), 100 * mean(found[3, ])))
  }
}
