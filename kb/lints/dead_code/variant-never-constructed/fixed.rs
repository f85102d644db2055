enum Level {
    Info,
    Error,
}

fn label(level: &Level) -> &'static str {
    match level {
        Level::Info => "INFO",
        Level::Error => "ERROR",
    }
}

fn main() {
    println!("{} started", label(&Level::Info));
    println!("{} disk is full", label(&Level::Error));
}
