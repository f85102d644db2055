pub fn expand_tabs(line: &str) -> String {
    line.replace('\t', "    ")
}
