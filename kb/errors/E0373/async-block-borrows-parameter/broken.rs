use std::future::Future;

async fn download(url: &str) -> usize {
    url.len()
}

pub fn fetch(url: String) -> impl Future<Output = usize> {
    async { download(&url).await }
}
