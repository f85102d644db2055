pub fn log_prefix(verbose: bool, module: &str) -> String {
    if verbose {
        let level = "DEBUG";
    } else {
        let level = "INFO";
    }
    format!("[{}] {module}:", level)
}
