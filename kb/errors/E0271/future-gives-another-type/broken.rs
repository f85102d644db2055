pub fn status_line(code: u16) -> impl Future<Output = String> {
    async move {
        match code {
            200 => "ok",
            _ => "failed",
        }
    }
}
