# How often the test of a change (core/statistics/estimate/spread.hpp, change/significance.hpp: "spread") finds one where there is none:
# the last 12 months against the 12 before, the last month against the one a year before and the one before it. "Both" is
# what a test would find that also allowed for the correlation of neighbouring months: core/decisions/0010.
#
#   Rscript simulate_spread.R [COUNTS]   COUNTS: what cleveland.py writes, tested 2025 against 2024
set.seed(20251231)
# Variance of the difference of two means of months i, each correlated with the next by rho, over independent months.
contrast <- function(rho, now, before) {
  weights <- c(rep(1 / length(now), length(now)), rep(-1 / length(before), length(before)))
  R <- rho^abs(outer(c(now, before), c(now, before), "-"))
  as.numeric(t(weights) %*% R %*% weights) / sum(weights^2)
}
# What a factor for each year of 12 months leaves of the variance of a month.
kept <- function(rho) (1 - (1 + 2 * sum((1 - (1:11) / 12) * rho^(1:11))) / 12) / (1 - 1 / 12)
# z and p, as Poisson, with the spread, and with the spread and correlation.
judge <- function(y, now, before) {
  n <- length(y)
  table <- matrix(y, nrow = 12)
  fit <- outer(rowSums(table), colSums(table)) / sum(table)
  df <- (nrow(table) - 1) * (ncol(table) - 1)
  e <- as.vector((table - fit) / sqrt(fit))
  phi <- sum(e^2) / df
  rho <- min(0.9, max(0, (sum(e[-1] * e[-n]) / sum(e^2) + 0.08) / 0.76))
  z <- sqrt(2) * (sqrt(sum(y[now])) - sqrt(sum(y[before])))
  z <- z / sqrt(c(1, max(1, phi), max(1, phi) * max(1, contrast(rho, now, before) / kept(rho))))
  p <- if (phi > 1) c(2 * pnorm(-abs(z[1])), 2 * pt(-abs(z[2:3]), df)) else 2 * pnorm(-abs(z))
  list(z = z, p = p, phi = phi, rho = rho)
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) == 1) {
  for (line in readLines(arguments[[1]])) {
    parts <- strsplit(line, ";")[[1]]
    y <- as.numeric(strsplit(parts[2], " ")[[1]])
    j <- judge(y, 25:36, 13:24)
    cat(sprintf("%-30s dispersion %.6f correlation %.6f z as Poisson %.6f spread %.6f both %.6f p %.6f\n", parts[1], j$phi,
                j$rho, j$z[1], j$z[2], j$z[3], j$p[3]))
  }
  quit()
}
autoregressive <- function(n, rho) {
  noise <- if (rho == 0) rnorm(n) else as.numeric(arima.sim(list(ar = rho), n)) * sqrt(1 - rho^2)
  6000 + sqrt(20 * 6000) * noise
}
kinds <- list(
  "Poisson, mean 500" = function(n) rpois(n, 500),
  "Poisson, mean 8" = function(n) rpois(n, 8),
  "20 times Poisson, mean 6,000" = function(n) rnbinom(n, mu = 6000, size = 6000 / 19),
  "the same with a season of 10%" = function(n) rnbinom(n, mu = 6000 * (1 + 0.1 * sin(2 * pi * seq_len(n) / 12)), size = 6000 / 19),
  "20 times Poisson, correlated by 0.3" = function(n) autoregressive(n, 0.3),
  "20 times Poisson, correlated by 0.6" = function(n) autoregressive(n, 0.6),
  "20 times Poisson, correlated by 0.8" = function(n) autoregressive(n, 0.8))
for (kind in names(kinds)) {
  for (n in c(24, 36, 60)) {
    found <- replicate(2500, {
      y <- kinds[[kind]](n)
      c(judge(y, n - 11:0, n - 23:12)$p, judge(y, n, n - 12)$p[2], judge(y, n, n - 1)$p[2]) < 0.05
    })
    percent <- sprintf("%.1f", 100 * rowMeans(found))
    cat(sprintf("%-36s %d: 12 months as Poisson %s, spread %s, both %s; a month, a year before %s, before %s\n", kind, n,
                percent[1], percent[2], percent[3], percent[4], percent[5]))
  }
}
