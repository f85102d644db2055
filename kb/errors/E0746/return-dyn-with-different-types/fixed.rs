pub trait Log {
    fn write(&self, line: &str);
}

pub struct Console;
pub struct Silent;

impl Log for Console {
    fn write(&self, line: &str) {
        println!("{line}");
    }
}

impl Log for Silent {
    fn write(&self, _line: &str) {}
}

pub fn logger(quiet: bool) -> Box<dyn Log> {
    if quiet {
        return Box::new(Silent);
    }
    Box::new(Console)
}
