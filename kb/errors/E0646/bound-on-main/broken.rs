struct Report {
    title: String,
}

fn main()
where
    Report: Send,
{
    let report = Report {
        title: String::from("June"),
    };
    println!("{}", report.title);
}
