#!/usr/bin/env Rscript
# Season, change points and forecast of well-known monthly series by R's own packages, into monthly_series.csv, which the
# tests of core/statistics hold our values against. Needs the packages forecast and strucchange (Debian: r-cran-forecast,
# r-cran-strucchange). The values kept were made with R 4.2.2, forecast 8.20 and strucchange 1.5-3.
#
#   Rscript monthly_series.R > monthly_series.csv
suppressMessages({
  library(forecast)
  library(strucchange)
})

set.seed(20251201)
series <- list(
  accidental_deaths = as.numeric(USAccDeaths), # United States, 1973 to 1978: strong season
  nottingham = as.numeric(nottem)[1:60], # air temperature, 1920 to 1924
  lung_deaths = as.numeric(ldeaths), # United Kingdom, 1974 to 1979
  drivers = as.numeric(UKDriverDeaths)[97:192], # killed or seriously injured in Great Britain, 1977 to 1984
  nile = as.numeric(Nile), # yearly flow, 1871 to 1970, taken as 100 months: one break, after 1898
  lake_huron = as.numeric(LakeHuron)[1:60], # yearly level, taken as 60 months: it drifts
  no_season = as.numeric(rpois(37, 400)), # three years and a month
  step = as.numeric(rpois(48, c(rep(300, 20), rep(380, 28)))),
  two_steps = as.numeric(rpois(60, c(rep(50, 22), rep(90, 18), rep(60, 20))))
)

cat("series,statistic,index,value\n")
put <- function(name, statistic, index, value) {
  cat(sprintf("%s,%s,%d,%s\n", name, statistic, index, trimws(formatC(value, digits = 12, format = "g"))), sep = "")
}

for (name in names(series)) {
  y <- series[[name]]
  n <- length(y)
  put(name, "value", seq_len(n), y)

  parts <- stl(ts(y, frequency = 12), s.window = 11)$time.series
  if (name %in% c("accidental_deaths", "nottingham", "no_season")) {
    put(name, "season", seq_len(n), parts[, "seasonal"])
    put(name, "trend", seq_len(n), parts[, "trend"])
  }
  put(name, "strength", 0L, forecast:::seas.heuristic(ts(y, frequency = 12)))
  months <- rep(1:12, length.out = n)
  put(name, "kruskal_p", 0L, kruskal.test(y - parts[, "trend"], months)$p.value)

  model <- ets(y - parts[, "seasonal"], model = "ANN")
  put(name, "alpha", 0L, model$par["alpha"])
  put(name, "level", 0L, tail(model$states[, 1], 1))
  put(name, "sum_of_squares", 0L, sum(residuals(model)^2))
  ahead <- stlf(ts(y, frequency = 12), h = 11, s.window = 11, etsmodel = "ANN")$mean
  put(name, "forecast", 1:11, cumsum(as.numeric(ahead)))

  # The shortest stretch: 15 of 100 is the one of the published example, else nine months or 15%.
  shortest <- max(9, floor(0.15 * n))
  fitted <- breakpoints(y ~ 1, h = shortest)
  for (cuts in 1:min(3, ceiling(n / shortest) - 2)) {
    at <- breakpoints(fitted, breaks = cuts)
    put(name, paste0("cuts_", cuts), seq_len(cuts), at$breakpoints)
    put(name, paste0("cuts_", cuts, "_rss"), 0L, at$RSS)
    interval <- suppressWarnings(confint(fitted, breaks = cuts)$confint)
    if (!any(is.na(interval))) {
      put(name, paste0("cuts_", cuts, "_lower"), seq_len(cuts), interval[, 1])
      put(name, paste0("cuts_", cuts, "_upper"), seq_len(cuts), interval[, 3])
    }
  }
  put(name, "cuts_0_rss", 0L, sum((y - mean(y))^2))
}
