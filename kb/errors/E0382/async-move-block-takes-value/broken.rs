pub struct Report {
    pub id: u32,
    pub body: String,
}

async fn upload(body: &str) -> usize {
    body.len()
}

pub async fn publish(report: Report) -> String {
    let job = async move { upload(&report.body).await };
    let sent = job.await;
    format!(
        "report {}: {sent} of {} bytes",
        report.id,
        report.body.len()
    )
}
