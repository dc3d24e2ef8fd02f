# Limits, special causes and assurance of random series by NHSRplotthedots' own functions.
#
#   Rscript xmr_nhsrplotthedots.R SOURCES xmr_nhsrplotthedots.csv [AE_ATTENDANCES xmr_ae_attendances.csv]
#
# SOURCES is the folder R/ of the package (github.com/nhs-r-community/NHSRplotthedots, MIT; release 0.2.2), of which
# three files are read: ptd_spc_standard.R, ptd_calculate_point_type.R, ptd_calculate_assurance_type.R. They need
# dplyr, tidyselect and stringr; of a dplyr before 1.1 write `.default =` in case_when() as `TRUE ~`.
# AE_ATTENDANCES is ae_attendances of NHSRdatasets as CSV.
#
# A line is one series and one set of options: name; direction of improvement (1, 0, -1); target; screened; fixed after
# so many points (0: not); first points of the stretches, counted from 0; values; of each stretch its mean, lower and
# upper limit; of each point the rule and side (0 none, 1 outside, 2 trend, 3 two in three, 4 shift; negative low or
# falling); of each point its meaning (C common, I improvement, W concern, H and L neutral high and low); assurance.
suppressMessages(library(dplyr))
`%||%` <- function(a, b) if (is.null(a)) b else a

arguments <- commandArgs(trailingOnly = TRUE)
for (file in c("ptd_spc_standard.R", "ptd_calculate_point_type.R", "ptd_calculate_assurance_type.R")) {
  source(file.path(arguments[[1]], file))
}

causeCode <- function(text) {
  rule <- case_when(grepl("CL$", text) & grepl("^(Above U|Below L)", text) ~ 1, grepl("Trend", text) ~ 2,
                    grepl("^2 in 3", text) ~ 3, grepl("^7 Points", text) ~ 4, TRUE ~ 0)
  ifelse(grepl("Below|Decreasing", text), -rule, rule)
}
meaning <- c(common_cause = "C", special_cause_improvement = "I", special_cause_concern = "W",
             special_cause_neutral_high = "H", special_cause_neutral_low = "L")
exact <- function(x) paste(vapply(x, function(v) sprintf("%.17g", v), ""), collapse = " ")

# One line, or nothing when a stretch has limits of no width or none (which NHSRplotthedots gives for constant values).
lineOf <- function(name, values, starts, screen, fix, direction, target, with_values = TRUE) {
  rebase <- as.numeric(seq_along(values) %in% (setdiff(starts, 0) + 1))
  frame <- data.frame(y = values, x = seq_along(values), rebase = rebase)
  options <- list(value_field = "y", date_field = "x", screen_outliers = screen)
  if (fix > 0) options$fix_after_n_points <- fix
  done <- ptd_spc_standard(frame, options)
  if (any(!is.finite(done$upl)) || any(done$upl == done$lpl)) return(NULL)
  done <- ptd_calculate_point_type(done, direction)
  done$target <- target
  attr(done, "options") <- list(target = if (is.na(target)) NULL else target,
                                improvement_direction = c("decrease", "neutral", "increase")[direction + 2])
  assurance <- ptd_calculate_assurance_type(done)$assurance_type
  steps <- done %>% group_by(rebase_group) %>% slice_head(n = 1)
  paste(name, direction, if (is.na(target)) "" else exact(target), as.integer(screen), fix,
        paste(starts, collapse = " "), if (with_values) exact(values) else "",
        paste(apply(cbind(steps$mean_col, steps$lpl, steps$upl), 1, exact), collapse = "|"),
        paste(causeCode(done$special_cause_type), collapse = " "), paste(meaning[done$point_type], collapse = ""),
        if (is.na(assurance)) "none" else assurance, sep = ";")
}

# Values are quarters, so that sums and means of them are exact and a value on the mean is on it in any program.
randomValues <- function(n) {
  level <- sample(c(8, 40, 300, 5000), 1)
  kind <- sample(1:6, 1)
  noise <- rnorm(n, 0, sqrt(level))
  values <- switch(kind,
    rpois(n, level),
    level + noise,
    level + cumsum(noise) / 2,                                     # wanders: shifts and trends
    level + noise + ifelse(runif(n) < 0.08, 8 * sqrt(level), 0),   # outliers, which screening drops
    level + sample(c(-1, 0, 0, 1), n, TRUE) * sqrt(level),         # ties, and values on the mean
    level * (1 + 0.3 * sin(2 * pi * seq_len(n) / 12)) + noise)     # a season
  round(values * 4) / 4
}

set.seed(20251231)
lines <- character()
made <- 0
while (made < 200) {
  n <- sample(12:48, 1)
  values <- randomValues(n)
  starts <- 0
  fix <- 0
  way <- made %% 3
  if (way == 1) {
    while (length(starts) < 4 && n - tail(starts, 1) >= 12 && runif(1) < 0.8) {
      starts <- c(starts, tail(starts, 1) + 4 + sample.int(max(1, min(12, n - tail(starts, 1) - 11)), 1) + 1)
    }
    if (n - tail(starts, 1) < 6) next
  } else if (way == 2) {
    fix <- 11 + sample.int(min(24, n) - 11, 1)
  }
  direction <- sample(-1:1, 1)
  target <- if (runif(1) < 0.8) round(4 * (mean(values) + rnorm(1, 0, 4 * sd(values)))) / 4 else NA
  both <- c(lineOf(made, values, starts, TRUE, fix, direction, target),
            lineOf(made, values, starts, FALSE, fix, direction, target))
  if (length(both) < 2) next
  lines <- c(lines, both)
  made <- made + 1
}
writeLines(lines, arguments[[2]])

if (length(arguments) == 4) {
  attendances <- read.csv(arguments[[3]])
  monthly <- attendances %>% filter(type == "1") %>% arrange(org_code, period)
  lines <- character()
  for (org in unique(monthly$org_code)) {
    values <- as.numeric(monthly$breaches[monthly$org_code == org])
    if (length(values) != 36 || length(lines) >= 180) next
    for (screen in c(TRUE, FALSE)) {
      lines <- c(lines, lineOf(org, values, 0, screen, 0, -1, 1200, FALSE),
                 lineOf(org, values, c(0, 12, 24), screen, 0, -1, 1200, FALSE),
                 lineOf(org, values, 0, screen, 12, -1, 1200, FALSE))
    }
  }
  writeLines(lines, arguments[[4]])
}
