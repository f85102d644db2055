unsafe extern "C" {
    fn log_line(text: &str);
}

pub fn log(text: &str) {
    unsafe { log_line(text) }
}
