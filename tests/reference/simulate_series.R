#!/usr/bin/env Rscript
# How often the rules of core/statistics/README.md on season, change points and forecast are right on series whose truth is
# known: the tables there come from this script. It computes them by R's own functions as far as R has them. Some minutes.
#
#   Rscript simulate_series.R
suppressMessages(library(strucchange))
set.seed(7)
runs <- 1000

wave <- function(n, size) 1 + size * sin(2 * pi * seq_len(n) / 12)
kinds <- list(
  "Poisson, mean 500" = function(n) rpois(n, 500),
  "Poisson, mean 8" = function(n) rpois(n, 8),
  "20 times Poisson, mean 500" = function(n) rnbinom(n, mu = 500, size = 500 / 19),
  "neighbours correlated 0.5" = function(n) 500 + as.numeric(arima.sim(list(ar = 0.5), n, sd = 30)),
  "neighbours correlated 0.8" = function(n) 500 + as.numeric(arima.sim(list(ar = 0.8), n, sd = 30)),
  "random walk and noise" = function(n) 500 + cumsum(rnorm(n, 0, 15)) + rnorm(n, 0, 30),
  "straight fall of 4 a month" = function(n) rpois(n, 500 - 4 * seq_len(n)),
  "season of 5%" = function(n) rpois(n, 500 * wave(n, 0.05)),
  "season of 10%" = function(n) rpois(n, 500 * wave(n, 0.10)),
  "season of 20%" = function(n) rpois(n, 500 * wave(n, 0.20)),
  "season of 10%, random walk" = function(n) 500 * wave(n, 0.10) + cumsum(rnorm(n, 0, 15)) + rnorm(n, 0, 30)
)

parts <- function(y) stl(ts(y, frequency = 12), s.window = 11)$time.series
strong <- function(y) {
  p <- parts(y)
  1 - var(p[, 3]) / var(p[, 1] + p[, 3]) >= 0.64 &&
    kruskal.test(y - p[, 2], rep(1:12, length.out = length(y)))$p.value < 0.01
}

cat("Season called strong\n")
for (kind in names(kinds)) {
  cat(sprintf("%-30s %s\n", kind, paste(sapply(c(36, 48, 60), function(n)
    sprintf("%d months: %.1f%%", n, 100 * mean(replicate(runs, strong(kinds[[kind]](n)))))), collapse = "   ")))
}

# The levels chosen by the criterion of Liu, Wu and Zidek, unless a line does as well or the rest follows its neighbours.
changes <- function(y) {
  n <- length(y)
  if (strong(y)) y <- y - parts(y)[, 1]
  shortest <- max(9, floor(0.15 * n))
  fitted <- breakpoints(y ~ 1, h = shortest)
  most <- max(1, ceiling(n / shortest) - 2)
  criterion <- function(rss, p) log(rss / (n - p)) + 0.299 * p * log(n)^2.1 / n
  rss <- c(sum((y - mean(y))^2), sapply(seq_len(most), function(m) breakpoints(fitted, breaks = m)$RSS))
  scores <- criterion(rss, 2 * (0:most) + 1)
  best <- which.min(scores) - 1
  line <- criterion(sum(residuals(lm(y ~ seq_len(n)))^2), 2)
  if (best == 0 || line <= scores[best + 1]) return(NULL)
  at <- breakpoints(fitted, breaks = best)$breakpoints
  rest <- y - ave(y, findInterval(seq_len(n), at + 1))
  if (sum(rest[-1] * rest[-n]) / sum(rest^2) > 1.645 / sqrt(n)) return(NULL)
  suppressWarnings(confint(fitted, breaks = best)$confint)
}

cat("\nSome change point told\n")
for (kind in names(kinds)) {
  cat(sprintf("%-30s %s\n", kind, paste(sapply(c(36, 60), function(n)
    sprintf("%d months: %.1f%%", n, 100 * mean(replicate(runs / 2, !is.null(changes(kinds[[kind]](n))))))), collapse = "   ")))
}

cat("\nA step after half of 48 months: told alone, and the true month within its interval\n")
for (step in c(0.06, 0.1, 0.2)) for (spread in c(1, 5)) {
  found <- replicate(runs / 2, {
    mean <- rep(c(500, 500 * (1 + step)), each = 24)
    y <- if (spread == 1) rpois(48, mean) else rnbinom(48, mu = mean, size = mean / (spread - 1))
    told <- changes(y)
    if (is.null(told) || nrow(told) != 1) NA else told[1, 1] <= 24 && 24 <= told[1, 3]
  })
  cat(sprintf("step of %2.0f%%, variance %d times Poisson: told %.0f%%, within %.0f%%\n", 100 * step, spread,
              100 * mean(!is.na(found)), 100 * mean(found, na.rm = TRUE)))
}

smooth <- function(y) {
  n <- length(y)
  fit <- function(a) {
    level <- 0; weight <- 1; errors <- weights <- numeric(n)
    for (t in seq_len(n)) {
      errors[t] <- y[t] - level; weights[t] <- weight
      level <- level + a * errors[t]; weight <- weight * (1 - a)
    }
    first <- sum(errors * weights) / sum(weights^2)
    list(a = a, sse = sum((errors - weights * first)^2), level = level + weight * first, part = weight^2 / sum(weights^2))
  }
  steps <- c(1e-4, seq(0.02, 0.98, 0.02), 0.9999)
  at <- which.min(sapply(steps, function(a) fit(a)$sse))
  near <- optimize(function(a) fit(a)$sse, steps[c(max(1, at - 1), min(length(steps), at + 1))])
  if (near$objective < fit(steps[at])$sse) fit(near$minimum) else fit(steps[at])
}
held <- function(kind, n, left) {
  all <- kinds[[kind]](n + left)
  y <- all[seq_len(n)]
  season <- parts(y)[, 1]
  fit <- smooth(y - season)
  free <- n - 13
  variance <- max(fit$sse / free, if (grepl("Poisson|season of|fall", kind)) fit$level else 0)
  spread <- sqrt(variance * (sum((1 + fit$a * (left - seq_len(left)))^2) + left * 12 / n + left^2 * fit$part))
  value <- left * fit$level + sum(season[n - 12 + seq_len(left)])
  abs(sum(all[-seq_len(n)]) - value) <= qt(0.975, free) * spread
}
cat("\nThe rest of the year within the forecast's interval of 95%\n")
for (kind in names(kinds)) {
  cat(sprintf("%-30s %s\n", kind, paste(apply(expand.grid(c(3, 9), c(36, 60)), 1, function(row)
    sprintf("%d of %d months: %.0f%%", row[1], row[2], 100 * mean(replicate(runs / 2, held(kind, row[2], row[1]))))), collapse = "  ")))
}
