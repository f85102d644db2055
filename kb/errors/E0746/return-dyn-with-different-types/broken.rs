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

pub fn logger(quiet: bool) -> dyn Log {
    if quiet {
        return Silent;
    }
    Console
}
