struct TempFile {
    path: String,
}

impl Drop for TempFile {
    fn drop(&mut self) {
        println!("removing {}", self.path);
    }
}

fn main() {
    let scratch = TempFile {
        path: "/tmp/report.part".to_string(),
    };
    println!("writing {}", scratch.path);
    scratch.drop();
    println!("report is ready");
}
