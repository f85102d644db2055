pub fn expand_tabs(line: &str) -> &str {
    if line.contains('\t') {
        &line.replace('\t', "    ")
    } else {
        line
    }
}
