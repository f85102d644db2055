struct Report {
    title: String,
    pages: u32,
}

fn print_report(report: &Report) {
    println!("{}: {} pages", report.title, report.pages);
}

fn main() {
    let report = Report {
        title: "Sales".to_string(),
        pages: 12,
    };
    let title = report.title;
    print_report(&report);
    println!("done with {title}");
}
