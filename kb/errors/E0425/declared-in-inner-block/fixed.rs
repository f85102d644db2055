pub fn log_prefix(verbose: bool, module: &str) -> String {
    let level = if verbose { "DEBUG" } else { "INFO" };
    format!("[{level}] {module}:")
}
