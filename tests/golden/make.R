# Makes designs.csv, small and invented, and designs.json, what R's survey package says of it.
# Rscript tests/golden/make.R   (run in the project's folder)
suppressMessages({library(survey); library(jsonlite)})
out <- "tests/golden"

# Four strata of 3, 3, 2 and 1 primary units, of 2 to 4 second-stage units each, of 1 to 3 rows each; no chance in it.
rows <- list(); i <- 0
units <- c("01" = 3, "02" = 3, "03" = 2, "04" = 1)
for (s in names(units)) for (p in seq_len(units[[s]])) for (v in seq_len(2 + (p + as.integer(s)) %% 3)) for (k in seq_len(1 + (p + v) %% 3)) {
  i <- i + 1
  rows[[i]] <- data.frame(stratum = s, psu = paste0(s, "-", p), village = paste0("v", v), zone = if (v %% 2 == 0) "low" else "high",
    psus = c(12, 9, 20, 6)[as.integer(s)], villages = 7 + p, weight = 3 + (i * 7) %% 11 + i / 8, y = (i * 37) %% 23 + as.integer(s) * 2, x = 5 + (i * 13) %% 17,
    group = c("a", "b", "c")[1 + (i * 5) %% 3], sex = c("m", "w")[1 + i %% 2], owns = c("yes", "no", "no", "yes", "no")[1 + (i * 3) %% 5])
}
d <- do.call(rbind, rows)
d$y[c(4, 11)] <- NA
d$weight[7] <- 0
d$psushare <- unname(units[d$stratum]) / d$psus
write.csv(d, file.path(out, "designs.csv"), row.names = FALSE, na = "")
d$is <- as.numeric(d$owns == "yes")

row <- function(m, dd, level = .95, ci = NULL, extra = list()) {
  df <- degf(dd); est <- unname(coef(m)); se <- unname(as.numeric(SE(m))); t <- qt(1 - (1 - level) / 2, df)
  c(list(estimate = est, se = se, df = df, ci = if (is.null(ci)) c(est - t * se, est + t * se) else ci, n = sum(weights(dd) > 0)), extra)
}
answer <- function(design, level = .95) {
  dd <- subset(design, !is.na(y)); west <- subset(dd, group == "a")
  share <- function(w, method) { m <- svymean(~is, w); row(m, w, level, as.numeric(attr(svyciprop(~is, w, method = method, level = level, df = degf(w)), "ci"))) }
  m <- svymean(~y, dd, deff = TRUE); td <- svytotal(~y, west, deff = TRUE)
  by <- svyby(~y, ~sex, dd, svymean, covmat = TRUE); k <- svycontrast(by, c(-1, 1)); t <- as.numeric(coef(k) / SE(k)); df <- degf(dd)
  list(mean = row(m, dd, level, extra = list(deff = as.numeric(deff(m)))), totalOfA = row(td, west, level, extra = list(deff = as.numeric(deff(td)))),
    ratioOfA = row(svyratio(~y, ~x, west), west, level), logit = share(design, "logit"), betaOfA = share(subset(design, group == "a"), "beta"), wald = share(design, "mean"),
    difference = row(k, dd, level, extra = list(t = t, p = 2 * pt(-abs(t), df))))
}
no4 <- d$stratum != "04"
cases <- list()
case <- function(id, where4, spec, confidence, design) cases[[id]] <<- list(design = spec, withoutStratum04 = !where4, confidence = confidence, expected = answer(design, confidence))
base <- list(weights = "weight", strata = I("stratum"), clusters = I("psu"))
with4 <- function() svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d)
options(survey.lonely.psu = "certainty"); case("certainty", TRUE, c(base, singletonPsu = "certainty"), .95, with4())
options(survey.lonely.psu = "fail")
s <- d[no4, ]
case("one stage, 90%", FALSE, base, .9, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = s))
case("population counts", FALSE, c(base, list(fpc = I("psus"))), .95, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psus, data = s))
case("shares drawn", FALSE, c(base, list(fpc = I("psushare"))), .95, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psushare, data = s))
two <- list(weights = "weight", strata = I("stratum"), clusters = c("psu", "village"), fpc = c("psus", "villages"))
case("two stages", FALSE, two, .95, svydesign(id = ~psu + village, strata = ~stratum, weights = ~weight, fpc = ~psus + villages, data = s))
whole <- function(design) { m <- svymean(~x, design); t <- svytotal(~x, design); list(mean = list(estimate = unname(coef(m)), se = as.numeric(SE(m))), total = list(estimate = unname(coef(t)), se = as.numeric(SE(t)))) }
lone <- list()
for (how in c("certainty", "adjust", "average")) { options(survey.lonely.psu = how); lone[[c(certainty = "certainty", adjust = "centre", average = "average")[[how]]]] <- whole(with4()) }
write_json(list(made = paste("R", getRversion(), "survey", packageVersion("survey")), cases = cases, lone = lone), file.path(out, "designs.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
