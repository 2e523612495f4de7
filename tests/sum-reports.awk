# Sums xUnit's XML reports: skipped tests by name with their reason, failed ones by name, then one line with the counts.
# Ends with 1 when a test failed, or when -v broken=1 says that a test program ended badly.
BEGIN { RS = "<" }

function attribute(name,   text) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  text = substr($0, RSTART, RLENGTH)
  sub(/^[^"]*"/, "", text); sub(/"$/, "", text)
  return plain(text)
}

function plain(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&#x[aA];|&#x[dD];/, " ", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

/^assembly / {
  passed += attribute("passed"); failed += attribute("failed") + attribute("errors"); skipped += attribute("skipped")
}

/^test / {
  test = attribute("name"); result = attribute("result")
  if (result == "Fail") failures[++failureCount] = test
}

/^reason>|^!\[CDATA\[/ && result == "Skip" {
  text = $0
  sub(/^reason>/, "", text); sub(/^!\[CDATA\[/, "", text); sub(/\]\]>$/, "", text)
  if (text != "") skips[++skipCount] = test ": " plain(text)
  if (text != "") result = ""
}

END {
  if (broken && failed == 0) failed = 1
  for (i = 1; i <= skipCount; i++) print "skipped: " skips[i]
  for (i = 1; i <= failureCount; i++) print "failed:  " failures[i]
  line = passed + 0 " passed, " failed + 0 " failed"
  if (skipped > 0) line = line ", " skipped " skipped"
  print line
  exit failed > 0
}
