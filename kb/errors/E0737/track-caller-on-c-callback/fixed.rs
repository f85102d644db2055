pub extern "C" fn report_failure(code: i32) {
    eprintln!("failed with code {code}");
}
