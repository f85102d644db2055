enum Level {
    Info,
    Error,
    Trace,
}

fn label(level: &Level) -> &'static str {
    match level {
        Level::Info => "INFO",
        Level::Error => "ERROR",
        Level::Trace => "TRACE",
    }
}

fn main() {
    println!("{} started", label(&Level::Info));
    println!("{} disk is full", label(&Level::Error));
}
