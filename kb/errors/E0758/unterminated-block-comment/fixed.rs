pub fn parse(line: &str) -> Option<(&str, &str)> {
    /* The format is key=value. */
    line.split_once('=')
}
