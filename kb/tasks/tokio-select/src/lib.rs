//! Bundle messages until enough have come, or until they have waited long enough.

use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::time::{Instant, sleep_until};

/// Read messages and pass them on in bundles of at most `size` (at least 1).
///
/// A bundle goes out when it is full, when its first message has waited for `patience`, or when
/// `messages` is closed. Returns how many bundles were sent; ends early if nobody takes them.
pub async fn bundle<T>(
    mut messages: Receiver<T>,
    bundles: Sender<Vec<T>>,
    size: usize,
    patience: Duration,
) -> usize {
    let mut sent = 0;
    let mut waiting = Vec::new();
    // One timer for the whole loop: it keeps running while messages come in.
    let mut timer = pin!(sleep_until(Instant::now()));
    loop {
        let open = tokio::select! {
            biased;
            message = messages.recv() => match message {
                Some(message) => {
                    if waiting.is_empty() {
                        timer.as_mut().reset(Instant::now() + patience);
                    }
                    waiting.push(message);
                    if waiting.len() < size {
                        continue;
                    }
                    true
                }
                None => false,
            },
            () = &mut timer, if !waiting.is_empty() => true,
        };
        if !waiting.is_empty() {
            if bundles.send(std::mem::take(&mut waiting)).await.is_err() {
                return sent;
            }
            sent += 1;
        }
        if !open {
            return sent;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::mpsc::channel;

    const LONG: Duration = Duration::from_secs(3_600);

    #[tokio::test]
    async fn full_bundles_go_out_and_the_end_sends_the_rest() {
        let (sender, messages) = channel(8);
        let (bundles, mut received) = channel(8);
        for number in 0..5 {
            sender.send(number).await.expect("open");
        }
        drop(sender);
        assert_eq!(bundle(messages, bundles, 2, LONG).await, 3);
        let mut all = Vec::new();
        while let Some(bundle) = received.recv().await {
            all.push(bundle);
        }
        assert_eq!(all, [vec![0, 1], vec![2, 3], vec![4]]);
    }

    #[tokio::test]
    async fn patience_ends_without_a_full_bundle() {
        let (sender, messages) = channel(8);
        let (bundles, mut received) = channel(8);
        let task = tokio::spawn(bundle(messages, bundles, 100, Duration::from_millis(1)));
        sender.send("alone").await.expect("open");
        // The sender is still open, so only the timer can have sent this.
        assert_eq!(received.recv().await, Some(vec!["alone"]));
        drop(sender);
        assert_eq!(task.await.expect("no panic"), 1);
    }

    #[tokio::test]
    async fn no_messages_no_bundles() {
        let (sender, messages) = channel::<u8>(1);
        let (bundles, _received) = channel(1);
        drop(sender);
        assert_eq!(bundle(messages, bundles, 3, Duration::ZERO).await, 0);
    }

    #[tokio::test]
    async fn it_ends_when_nobody_takes_the_bundles() {
        let (sender, messages) = channel(1);
        let (bundles, received) = channel(1);
        drop(received);
        sender.send(1).await.expect("room for one");
        assert_eq!(bundle(messages, bundles, 1, LONG).await, 0);
    }
}
