pub trait Report {
    fn title(&self) -> String;
}

pub fn headline(report: &dyn Report) -> String {
    report.title().to_uppercase()
}
