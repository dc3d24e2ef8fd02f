# Spread of monthly counts and shares over Poisson and binomial by R's glm(), and what tests make of it.
#
#   Rscript spread.R > spread.csv
#
# A line is one series: "count" or "share"; of each month its count, or met/of ("NA": a gap); of each month the level it
# belongs to (years counted back from the last month; -1: left out); dispersion and residual degrees of freedom of the
# month-of-year x level model (quasi-Poisson, quasi-binomial); then of the last 12 months against the 12 before: z and
# two-sided p (Student's t where the dispersion is above 1, else normal).
set.seed(20251231)
number <- function(x) sprintf("%.12g", x)

lineOf <- function(kind, y, n, level) {
  months <- length(y)
  month <- factor((seq_len(months) - 1) %% 12)
  used <- level >= 0 & !is.na(y)
  frame <- data.frame(y = y, n = n, month = month, level = factor(level))[used, ]
  frame <- droplevels(frame)
  control <- glm.control(epsilon = 1e-12, maxit = 100)
  if (kind == "count") {
    fit <- glm(y ~ month + level, family = quasipoisson, data = frame, control = control)
  } else {
    fit <- glm(cbind(y, n - y) ~ month + level, family = quasibinomial, data = frame, control = control)
  }
  phi <- sum(residuals(fit, "pearson")^2) / fit$df.residual
  now <- (months - 11):months
  before <- now - 12
  if (kind == "count") {
    z <- sqrt(2) * (sqrt(sum(y[now])) - sqrt(sum(y[before])))
  } else {
    a <- sum(y[now]); na <- sum(n[now]); b <- sum(y[before]); nb <- sum(n[before])
    p <- (a + b) / (na + nb)
    z <- (a / na - b / nb) / sqrt(p * (1 - p) * (1 / na + 1 / nb))
  }
  z <- z / sqrt(max(1, phi))
  p <- if (phi > 1) 2 * pt(-abs(z), fit$df.residual) else 2 * pnorm(-abs(z))
  month_text <- if (kind == "count") as.character(y) else ifelse(is.na(y), "NA", paste0(y, "/", n))
  month_text[is.na(y)] <- "NA"
  paste(kind, paste(month_text, collapse = " "), paste(level, collapse = " "), number(phi), fit$df.residual,
        if (is.na(z)) "" else number(z), if (is.na(p)) "" else number(p), sep = ";")
}

for (i in 1:60) {
  months <- sample(if (i %% 4 == 0) c(30, 36, 48, 60) else c(24, 30, 36, 48, 60), 1)
  season <- 1 + 0.2 * sin(2 * pi * seq_len(months) / 12)
  spread <- sample(c(0, 0.05, 0.2), 1)
  level <- (months - seq_len(months)) %/% 12
  if (i %% 4 == 0) {          # a break: another level from there, its month left out
    at <- sample(6:(months - 6), 1)
    level[1:(at - 1)] <- level[1:(at - 1)] + 100
    level[at] <- -1
  }
  if (i %% 2 == 0) {
    y <- rpois(months, sample(c(20, 500, 6000), 1) * season * exp(rnorm(months, 0, spread)))
    n <- y
  } else {
    n <- rpois(months, sample(c(60, 400, 3000), 1))
    y <- rbinom(months, n, plogis(sample(c(-2, -1, 0), 1) + season + rnorm(months, 0, spread)))
  }
  if (i %% 5 == 0 && months > 30) y[sample(months - 24, 2)] <- NA
  cat(lineOf(if (i %% 2 == 0) "count" else "share", y, n, level), "\n", sep = "")
}
