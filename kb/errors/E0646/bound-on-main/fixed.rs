struct Report {
    title: String,
}

const fn assert_send<T: Send>() {}
const _: () = assert_send::<Report>();

fn main() {
    let report = Report {
        title: String::from("June"),
    };
    println!("{}", report.title);
}
